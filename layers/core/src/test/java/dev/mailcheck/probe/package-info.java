@NullMarked
package dev.mailcheck.probe;

import org.jspecify.annotations.NullMarked;
