import { Fragment, memo } from 'react'

import { FootnoteLink } from './footnotes/footnote-link'
import { ImageView } from './image-view'
import { findImages, withNames } from './images/images-in-links'
import styles from './markdown.module.css'
import { MathView } from './math/math-view'
import { toSafeLink } from './safe-link'
import type { Inline, InlineCode, Link } from './tree'

/** A run of text with its emphasis, code and links. */
export const InlineViews = memo(function InlineViews({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map(drawInline)
})

/** An element and no component of its own: most of them are a few words. */
function drawInline(inline: Inline, key: number) {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'inline-code':
      return <InlineCodeView key={key} code={inline} />
    case 'abbreviated':
      return (
        <abbr key={key} title={inline.title}>
          {inline.text}
        </abbr>
      )
    case 'emphasis':
      return (
        <em key={key}>
          <InlineViews inlines={inline.inlines} />
        </em>
      )
    case 'strong':
      return (
        <strong key={key}>
          <InlineViews inlines={inline.inlines} />
        </strong>
      )
    case 'strike':
      return (
        <del key={key}>
          <InlineViews inlines={inline.inlines} />
        </del>
      )
    case 'link':
      return <LinkView key={key} link={inline} />
    case 'image':
      return <ImageView key={key} image={inline} />
    case 'inline-math':
      return <MathView key={key} tex={inline.tex} isDisplay={inline.isDisplay} />
    case 'footnote-reference':
      return <FootnoteLink key={key} label={inline.label} />
    case 'soft-break':
      return '\n'
    case 'hard-break':
      return <br key={key} />
    case 'caret':
      return <CaretView key="caret" />
    case 'ahead':
      return (
        <span key={key} className={styles.ahead}>
          <InlineViews inlines={inline.inlines} />
        </span>
      )
  }
}

/** Takes no room, so that its coming and going moves no word. */
export function CaretView() {
  return <span className={styles.caret} aria-hidden />
}

function InlineCodeView({ code: { text, ahead } }: { readonly code: InlineCode }) {
  if (ahead === undefined) return <code>{text}</code>
  return (
    <code>
      {text}
      <CaretView />
      <span className={styles.ahead}>{ahead}</span>
    </code>
  )
}

function LinkView({ link }: { readonly link: Link }) {
  const href = toSafeLink(link.href)
  if (href === undefined) return <InlineViews inlines={link.inlines} />
  const images = findImages(link.inlines)
  return (
    <>
      <a href={href} title={link.title} target="_blank" rel="noreferrer">
        <InlineViews inlines={images.length === 0 ? link.inlines : withNames(link.inlines)} />
      </a>
      {images.map((image, index) => (
        <Fragment key={index}>
          {' '}
          <ImageView image={image} />
        </Fragment>
      ))}
    </>
  )
}
