"""The preview: the last good site on this machine, every save followed, problems shown over the page.

`watch` notices saves, `preview` reads and makes, `answers` finds what an address shows, `app` speaks HTTP,
`live` tells the browsers. Nothing here is ever part of what is published.
"""
