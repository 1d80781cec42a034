/** MTA-STS (RFC 8461): the record in the DNS and the policy on the web. */
@NullMarked
package dev.mailcheck.mtasts;

import org.jspecify.annotations.NullMarked;
