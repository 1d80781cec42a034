@NullMarked
package dev.mailcheck.world;

import org.jspecify.annotations.NullMarked;
