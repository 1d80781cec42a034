/**
 * What a service remembers, behind interfaces: results, claims of keys, counters, documents and API
 * keys. One contract test holds every implementation against what is promised here.
 */
@NullMarked
package dev.mailcheck.store;

import org.jspecify.annotations.NullMarked;
