@NullMarked
package dev.mailcheck.world.https;

import org.jspecify.annotations.NullMarked;
