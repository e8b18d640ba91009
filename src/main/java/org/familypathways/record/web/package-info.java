/** The pages on which workers find families and read their records. */
@NullMarked
package org.familypathways.record.web;

import org.jspecify.annotations.NullMarked;
