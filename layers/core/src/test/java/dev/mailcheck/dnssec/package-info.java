@NullMarked
package dev.mailcheck.dnssec;

import org.jspecify.annotations.NullMarked;
