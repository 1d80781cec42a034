@NullMarked
package dev.mailcheck.dnsbl;

import org.jspecify.annotations.NullMarked;
