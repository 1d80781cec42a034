@NullMarked
package dev.mailcheck.functions;

import org.jspecify.annotations.NullMarked;
