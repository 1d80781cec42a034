/**
 * Lists in the DNS of addresses and domains that send spam (RFC 5782): which there are, how they
 * are asked, and what their answers mean.
 */
@NullMarked
package dev.mailcheck.dnsbl;

import org.jspecify.annotations.NullMarked;
