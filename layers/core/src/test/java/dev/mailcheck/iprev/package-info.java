@NullMarked
package dev.mailcheck.iprev;

import org.jspecify.annotations.NullMarked;
