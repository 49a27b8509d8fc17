/**
 * A link within the page as it can be pasted elsewhere: in a browser with the address of the host.
 * The desktop's own address means nothing elsewhere, and is left out.
 */
export function pageLink(link: string): string {
  const { protocol, origin, pathname } = window.location
  return protocol.startsWith('http') ? `${origin}${pathname}${link}` : link
}
