@NullMarked
package dev.mailcheck.cli.embedded;

import org.jspecify.annotations.NullMarked;
