@NullMarked
package dev.mailcheck.json;

import org.jspecify.annotations.NullMarked;
