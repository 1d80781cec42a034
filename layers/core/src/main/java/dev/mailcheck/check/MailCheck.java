package dev.mailcheck.check;

/**
 * A check of one received mail: it judges this mail, whatever the author's domain says that it does
 * with mail.
 */
interface MailCheck extends Check {}
