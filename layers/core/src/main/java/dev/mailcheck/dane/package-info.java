/** TLSA records held against the certificates that a mail host serves: no network, no clock. */
@NullMarked
package dev.mailcheck.dane;

import org.jspecify.annotations.NullMarked;
