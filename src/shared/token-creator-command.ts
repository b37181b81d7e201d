import type { AppErrorFacts } from './app-error'

/** The command by which somebody may act as a service account; capitals stand for what nobody knew. */
export function tokenCreatorCommand({ account = 'ACCOUNT', member = 'MEMBER' }: AppErrorFacts): string {
  return `gcloud iam service-accounts add-iam-policy-binding ${account} --member="${member}" --role=roles/iam.serviceAccountTokenCreator`
}
