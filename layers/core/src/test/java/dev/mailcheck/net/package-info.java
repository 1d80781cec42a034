@NullMarked
package dev.mailcheck.net;

import org.jspecify.annotations.NullMarked;
