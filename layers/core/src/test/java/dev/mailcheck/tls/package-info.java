@NullMarked
package dev.mailcheck.tls;

import org.jspecify.annotations.NullMarked;
