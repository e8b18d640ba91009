/**
 * Sign-in with the department's own identity provider. It proves who somebody is; whether they work here, and in which
 * roles, stands in {@code access} alone.
 */
@NullMarked
package org.familypathways.access.provider;

import org.jspecify.annotations.NullMarked;
