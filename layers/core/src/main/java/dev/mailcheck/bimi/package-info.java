/** BIMI (draft-brand-indicators-for-message-identification): the assertion record. */
@NullMarked
package dev.mailcheck.bimi;

import org.jspecify.annotations.NullMarked;
