/** Where families come in over HTTP: the page and the interface for census files, and the interface for referrals. */
@NullMarked
package org.familypathways.intake.web;

import org.jspecify.annotations.NullMarked;
