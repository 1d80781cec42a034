@NullMarked
package dev.mailcheck.run;

import org.jspecify.annotations.NullMarked;
