/** The speed of mail analysis beside its peers: see bench/mail. */
package dev.mailcheck.bench;
