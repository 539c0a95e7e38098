"""What an editor answers to where no number was found: words of ``personal.yml``, in any interface language alike."""

TAKEN_HERE = "拍摄地点"
NOT_OF_KIND = "格式不明"
NO_TEXT = "没有文字"
NOT_READ = "看不进去"
