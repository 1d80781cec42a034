@NullMarked
package dev.mailcheck.https;

import org.jspecify.annotations.NullMarked;
