@NullMarked
package dev.mailcheck.dmarc;

import org.jspecify.annotations.NullMarked;
