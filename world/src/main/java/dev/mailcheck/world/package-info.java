/** A little internet in one process: see {@link dev.mailcheck.world.World}. */
@NullMarked
package dev.mailcheck.world;

import org.jspecify.annotations.NullMarked;
