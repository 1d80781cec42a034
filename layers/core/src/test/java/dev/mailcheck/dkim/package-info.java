@NullMarked
package dev.mailcheck.dkim;

import org.jspecify.annotations.NullMarked;
