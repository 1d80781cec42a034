/**
 * Sender Policy Framework (RFC 7208): the record's grammar, check_host() for one mail, and the
 * static view of a whole policy for a domain check.
 */
@NullMarked
package dev.mailcheck.spf;

import org.jspecify.annotations.NullMarked;
