/** The DNS: names, questions, answers, validation. dnsjava stays behind this package's door. */
@NullMarked
package dev.mailcheck.dns;

import org.jspecify.annotations.NullMarked;
