/** SMTP as a mail sender speaks it up to RCPT: replies, features, one conversation at a time. */
@NullMarked
package dev.mailcheck.smtp;

import org.jspecify.annotations.NullMarked;
