/**
 * The Lambda functions: one small handler class each, with one job. What they know of mail is in
 * the core; here it is only led from an event to an answer.
 */
@NullMarked
package dev.mailcheck.functions;

import org.jspecify.annotations.NullMarked;
