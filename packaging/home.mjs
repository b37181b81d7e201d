/**
 * @typedef {object} Home where a build comes from, and where it looks for updates
 * @property {string} page
 * @property {{ owner: string, repo: string }} repository on GitHub
 */

/** Where this build is at home: `NAGARE_REPOSITORY=owner/name`, which a release workflow sets. A build without one has no
 * place to look for updates, and says so.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Home | undefined} */
export function readHome(env) {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env.NAGARE_REPOSITORY ?? '') ?? []
  if (owner === undefined || repo === undefined) return undefined
  return { page: `https://github.com/${owner}/${repo}`, repository: { owner, repo } }
}

/** A package must name a page. `.invalid` is the name that is reserved for having none.
 * @param {Home | undefined} home
 * @returns {string[]} switches of electron-builder */
export function toPublishFlags(home) {
  if (home === undefined) return ['--config.extraMetadata.homepage=https://nagare.invalid']
  const { owner, repo } = home.repository
  return [
    `--config.extraMetadata.homepage=${home.page}`,
    '--config.publish.provider=github',
    `--config.publish.owner=${owner}`,
    `--config.publish.repo=${repo}`,
  ]
}
