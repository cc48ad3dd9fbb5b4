"""Letters of the year: one for each partner in its language, as drafts of mail and DOCX."""
