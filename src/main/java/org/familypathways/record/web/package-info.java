/** The pages on which workers find families, read their records, and report and correct what stands there. */
@NullMarked
@NamedInterface("web")
package org.familypathways.record.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
