@NullMarked
package dev.mailcheck.tls.certificate;

import org.jspecify.annotations.NullMarked;
