@NullMarked
package dev.mailcheck.world.tls;

import org.jspecify.annotations.NullMarked;
