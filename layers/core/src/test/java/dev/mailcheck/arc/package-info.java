@NullMarked
package dev.mailcheck.arc;

import org.jspecify.annotations.NullMarked;
