/** Tests of the SPF evaluator and the static view. */
@NullMarked
package dev.mailcheck.spf;

import org.jspecify.annotations.NullMarked;
