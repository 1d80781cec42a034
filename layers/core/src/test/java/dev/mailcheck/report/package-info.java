@NullMarked
package dev.mailcheck.report;

import org.jspecify.annotations.NullMarked;
