/** From check results to the grade and the score; knows no words. */
@NullMarked
package dev.mailcheck.grade;

import org.jspecify.annotations.NullMarked;
