/** The report as the outside sees it, and the words of each finding in two languages. */
@NullMarked
package dev.mailcheck.report;

import org.jspecify.annotations.NullMarked;
