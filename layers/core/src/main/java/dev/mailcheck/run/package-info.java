/** Runs the probes, has the checks judge, and makes the report. */
@NullMarked
package dev.mailcheck.run;

import org.jspecify.annotations.NullMarked;
