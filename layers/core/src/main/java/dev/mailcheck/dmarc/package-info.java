/** DMARC (RFC 9989, RFC 9990): records, the walk up the tree, and the policy that applies. */
@NullMarked
package dev.mailcheck.dmarc;

import org.jspecify.annotations.NullMarked;
