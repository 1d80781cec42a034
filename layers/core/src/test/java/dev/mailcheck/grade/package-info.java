@NullMarked
package dev.mailcheck.grade;

import org.jspecify.annotations.NullMarked;
