# Plain Scrapy on the same pages: title and links. Arguments: a file of
# addresses, requests at once. Prints the same line as the other clients.
import json
import sys
import time

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess


class Pages(Spider):
    name = "pages"
    pages = links = 0

    def start_requests(self):
        with open(sys.argv[1]) as f:
            for line in f:
                yield Request(line.strip(), dont_filter=True)

    def parse(self, response):
        if response.css("title::text").get() is None:
            return
        Pages.pages += 1
        for href in response.css("a::attr(href)").getall():
            if response.urljoin(href):
                Pages.links += 1


start = time.time()
process = CrawlerProcess({
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": int(sys.argv[2]),
    "CONCURRENT_REQUESTS_PER_DOMAIN": int(sys.argv[2]),
    "DOWNLOAD_DELAY": 0,
    "LOG_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
})
process.crawl(Pages)
process.start()
peak = 0
with open("/proc/self/status") as f:
    for line in f:
        if line.startswith("VmHWM:"):
            peak = int(line.split()[1]) << 10
print(json.dumps({"pages": Pages.pages, "links": Pages.links, "seconds": time.time() - start, "peak": peak}))
