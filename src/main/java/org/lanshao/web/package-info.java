/** HTTP routes: webhooks, the sandbox and its page, health and metrics. */
@NullMarked
package org.lanshao.web;

import org.jspecify.annotations.NullMarked;
