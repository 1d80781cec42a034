@NullMarked
package dev.mailcheck.store;

import org.jspecify.annotations.NullMarked;
