@NullMarked
package dev.mailcheck.world.dns;

import org.jspecify.annotations.NullMarked;
