/** Keys that come out the same in each run, because they are made from names. */
@NullMarked
package dev.mailcheck.world.key;

import org.jspecify.annotations.NullMarked;
