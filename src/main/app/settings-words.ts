import type { FileProblem } from '../settings/json-file'
import type { PolicyProblem } from '../settings/policy'
import type { MainLanguage } from './words'

/** What main itself says about keys, the administrator's policy and the settings. */
export interface SettingsWords {
  readonly open: string
  readonly chooseCaFile: string
  readonly caFiles: string
  readonly keys: { readonly title: string; readonly because: Readonly<Record<FileProblem['kind'], string>> }
  readonly policy: {
    readonly title: string
    readonly because: Readonly<Record<PolicyProblem['kind'], string>>
  }
}

export function settingsWords(language: MainLanguage): SettingsWords {
  return language === 'ja' ? ja : en
}

const en: SettingsWords = {
  open: 'Settings…',
  chooseCaFile: 'Choose certificate authorities to trust',
  caFiles: 'Certificates',
  keys: {
    title: 'Your saved keys could not be read',
    because: {
      'set-aside':
        'The file of keys is damaged. It is kept under this name. Please enter your keys again in the settings:',
      unreadable:
        'The file of keys cannot be read just now. It stays as it is; keys that you enter hold until you quit:',
    },
  },
  policy: {
    title: 'Your administrator’s policy could not be used as it is',
    because: {
      broken:
        'The file makes no sense, so Nagare cannot know what it allows. Until it is repaired, only Demo and recordings can be used. Please tell your administrator:',
      ignored:
        'These names or values make no sense. A setting that they were to fix is fixed at its default. Please tell your administrator:',
    },
  },
}

const ja: SettingsWords = {
  open: '設定…',
  chooseCaFile: '信頼する認証局の証明書を選択',
  caFiles: '証明書',
  keys: {
    title: '保存したキーを読み込めませんでした',
    because: {
      'set-aside':
        'キーのファイルが壊れています。次の名前で残しました。お手数ですが、設定でキーをもう一度入力してください。',
      unreadable:
        'キーのファイルを読み込めません。ファイルには触れません。入力したキーは、終了するまで使えます。',
    },
  },
  policy: {
    title: '管理者のポリシーをそのままでは使えません',
    because: {
      broken:
        'ファイルの内容が正しくないため、何が許可されているのかわかりません。修正されるまで、使えるのはデモと記録だけです。管理者にお知らせください。',
      ignored:
        '次の名前または値が正しくありません。固定されるはずだった設定は、初期値に固定しました。管理者にお知らせください。',
    },
  },
}
