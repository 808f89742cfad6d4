"""The open questions about the real server, with their numbers.

The numbers are stable: a new question gets the next one.
"""

from __future__ import annotations

from typing import Final

#: The questions by number, each as the clause that follows "unknown:".
QUESTIONS: Final = {
    "Q1": "the exact status codes and texts of errors",
    "Q2": "the request parameters for paging, and whether any collection is paged by default",
    "Q3": "the formal precedence of settings, and the positions of platform settings, host groups and the schema flags "
    "secret and final in it",
    "Q4": "the setting and parameter names of the OpenStack, Rackspace, Eucalyptus and agent drivers",
    "Q5": "how long a processed change stays readable, and whether orderNum restarts after a clear",
    "Q6": "which instance properties a given driver sets, and whether privateDnsName exists",
    "Q7": "how the server treats an update that is based on an old version",
    "Q8": "which types of images a thumbnail may have",
    "Q9": "which name a notification channel gets that is created without one",
    "Q10": "how a template writes a number: 8080 or 8,080",
    "Q11": "what a file contains where its template writes an undefined variable",
    "Q12": "whether a host with an instance can be deleted",
    "Q13": "whether an organization with hosts, or a definition that hosts use, can be deleted",
    "Q14": "what a lock prevents, and whether force deletes a locked instance",
    "Q15": "whether the limit of one provisioning at a time is one of the user, the platform or the organization",
    "Q16": "which orders an instance accepts in which state",
    "Q17": "what exactly each group may read and change",
    "Q18": "how the server treats a platform with a driver that it does not know",
    "Q19": "the descriptions of tasks other than those of an installation",
    "Q20": "what a rebuild of a host does",
    "Q21": "how long the server waits for an agent that does not respond, and what it returns then",
    "Q22": "the texts of the logs",
    "Q23": "which actions a job may have, and what a job does that fails or is disabled",
    "Q24": "what becomes of the machine of a host that moves to another environment",
    "Q25": "how an execution of an orchestration is paused, resumed, canceled and restarted",
    "Q26": "how an execution of a pipeline is paused, resumed, canceled and restarted",
    "Q27": "how the server calls a webhook, and what a failed call returns",
    "Q28": "the messages of notification channels, and the events that they report",
    "Q29": "which parts of a definition the store copies, updates and hides",
    "Q30": "the images of machines: their names, and the drivers that have them",
    "Q31": "which effects an impact lists",
    "Q32": "which property of a package or a module wins, and what a change of it does on machines",
    "Q33": "the names and the parameters of flavors",
    "Q34": "how secrets are masked, and for which groups",
    "Q35": "the sensors of a machine other than those of the collection hosts",
    "Q36": "which files a machine has beside those of its applications",
    "Q37": "how long a token is valid, and whether a one-time code is checked for users without a second factor",
    "Q38": "what becomes of the secret of an application key whose method changes",
    "Q39": "what an update with the header If-Match does",
    "Q40": "what a new organization contains beside the names of its first members",
}
